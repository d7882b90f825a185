import { createContext, type ParentProps, useContext } from "solid-js";
import { useLanguage } from "../i18n/language.tsx";
import { type Client, createClient } from "./client.ts";

const ApiContext = createContext<Client>();

export function ApiProvider(props: ParentProps) {
  const client = createClient(useLanguage().language);
  return <ApiContext.Provider value={client}>{props.children}</ApiContext.Provider>;
}

export function useApi(): Client {
  const client = useContext(ApiContext);
  if (client === undefined) throw new Error("useApi needs an ApiProvider above it");
  return client;
}
