import { Route, Router } from "@solidjs/router";
import type { Component, ParentProps } from "solid-js";
import { ApiProvider } from "./api/api-context.tsx";
import { loaded } from "./design/later.tsx";
import { ThemeProvider } from "./design/theme.tsx";
import { LanguageProvider } from "./i18n/language.tsx";
import { PageNews } from "./page-news.tsx";
import { Gate } from "./people/gate.tsx";
import { SessionProvider } from "./people/session-context.tsx";
import { SCREEN_PATHS, type ScreenPath } from "./screen-paths.ts";
import { HomeScreen } from "./screens/home/home-screen.tsx";
import { NotFoundScreen } from "./screens/home/not-found-screen.tsx";

// The other screens are loaded when they are opened: the home page stays light.
const WorkspaceScreen = loaded(async () => (await import("./screens/workspace/workspace-screen.tsx")).WorkspaceScreen);
const ImportScreen = loaded(async () => (await import("./screens/import/import-screen.tsx")).ImportScreen);
const ContactsScreen = loaded(async () => (await import("./screens/contacts/contacts-screen.tsx")).ContactsScreen);
const CoverageScreen = loaded(async () => (await import("./screens/progress/coverage-screen.tsx")).CoverageScreen);
const OutingsScreen = loaded(async () => (await import("./screens/outings/outings-screen.tsx")).OutingsScreen);
const RoutePageScreen = loaded(
  async () => (await import("./screens/route-page/route-page-screen.tsx")).RoutePageScreen,
);
const SignInScreen = loaded(async () => (await import("./screens/people/sign-in-screen.tsx")).SignInScreen);
const InvitationScreen = loaded(async () => (await import("./screens/people/invitation-screen.tsx")).InvitationScreen);
const TeamScreen = loaded(async () => (await import("./screens/people/team-screen.tsx")).TeamScreen);
const AccountScreen = loaded(async () => (await import("./screens/people/account-screen.tsx")).AccountScreen);
const AuditScreen = loaded(async () => (await import("./screens/people/audit-screen.tsx")).AuditScreen);

const SCREENS: Readonly<Record<ScreenPath, Component>> = {
  "/": HomeScreen,
  "/t/:territory": WorkspaceScreen,
  "/t/:territory/deja-fait": CoverageScreen,
  "/t/:territory/sorties/:outingId?": OutingsScreen,
  "/contacts": ContactsScreen,
  "/importer/:importId?": ImportScreen,
  "/r/:token": RoutePageScreen,
  "/connexion": SignInScreen,
  "/invitation": InvitationScreen,
  "/equipe": TeamScreen,
  "/compte": AccountScreen,
  "/journal": AuditScreen,
  "*": NotFoundScreen,
};

export function App() {
  return (
    <Router root={Providers}>
      {SCREEN_PATHS.map((path) => (
        <Route path={path} component={SCREENS[path]} />
      ))}
    </Router>
  );
}

function Providers(props: ParentProps) {
  return (
    <LanguageProvider>
      <ThemeProvider>
        <ApiProvider>
          <SessionProvider>
            <PageNews />
            <Gate>{props.children}</Gate>
          </SessionProvider>
        </ApiProvider>
      </ThemeProvider>
    </LanguageProvider>
  );
}
