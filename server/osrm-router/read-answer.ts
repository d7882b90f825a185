import { notOsrm, osrmFault, RouterFault, shorten } from "./router-fault.ts";

/** Reads an HTTP answer as JSON, up to a length. Throws RouterFault on anything but a success. */
export async function readAnswer(response: Response, answerBytes: number): Promise<unknown> {
  const { status } = response;
  if (status === 429 || status >= 500) {
    throw new RouterFault(
      "busy",
      { fr: `réponse HTTP ${status}`, en: `HTTP answer ${status}` },
      secondsToWait(response),
    );
  }
  // Proxies in front of a server say in their own way that an address is too long.
  if (status === 414 || status === 431) throw osrmFault("TooBig", `HTTP ${status}`);
  const text = await readText(response, answerBytes);
  const json = parseJson(text);
  if (response.ok && json !== undefined) return json;
  if (json !== undefined) {
    const { code, message } = errorOf(json);
    throw osrmFault(code ?? `HTTP ${status}`, message);
  }
  if (!response.ok) throw osrmFault(`HTTP ${status}`, "");
  if (text.trimStart().startsWith("{")) throw cutOff();
  const beginning = shorten(text) || "∅";
  throw notOsrm({ fr: `pas de JSON, mais ${beginning}`, en: `no JSON, but ${beginning}` });
}

async function readText(response: Response, answerBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  try {
    for await (const part of response.body ?? []) {
      bytes += part.byteLength;
      if (bytes > answerBytes) throw tooLong(answerBytes);
      text += decoder.decode(part, { stream: true });
    }
  } catch (error) {
    // The reason of an abort is told by whoever aborted.
    throw error instanceof RouterFault ? error : cutOff();
  }
  return text + decoder.decode();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function errorOf(json: unknown): { readonly code: string | null; readonly message: string } {
  if (typeof json !== "object" || json === null) return { code: null, message: "" };
  const code = "code" in json && typeof json.code === "string" ? json.code : null;
  return { code, message: "message" in json && typeof json.message === "string" ? json.message : "" };
}

function secondsToWait(response: Response): number {
  const seconds = Number(response.headers.get("retry-after") ?? 0);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 0;
}

function cutOff(): RouterFault {
  return new RouterFault("cut-off", { fr: "réponse coupée avant la fin", en: "answer cut off before its end" });
}

function tooLong(answerBytes: number): RouterFault {
  const megabytes = answerBytes / 1e6;
  return new RouterFault("too-long-answer", {
    fr: `réponse de plus de ${megabytes.toLocaleString("fr")} Mo`,
    en: `answer of more than ${megabytes.toLocaleString("en")} MB`,
  });
}
