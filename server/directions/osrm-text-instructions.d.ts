/** What Arpent uses of osrm-text-instructions 0.15, which ships no types. */
declare module "osrm-text-instructions" {
  interface Step {
    readonly name: string;
    readonly mode: string;
    readonly driving_side: string;
    readonly maneuver: {
      readonly type: string;
      readonly modifier?: string;
      readonly bearing_after: number;
    };
  }
  interface Options {
    readonly legIndex?: number;
    readonly legCount?: number;
    readonly waypointName?: string;
    readonly formatToken?: (token: string, value: string) => string;
  }
  interface Compiler {
    compile(language: string, step: Step, options?: Options): string;
    /** "le nord", "north" for degrees from 0 to 360. */
    directionFromDegree(language: string, degrees: number): string;
  }
  export default function osrmTextInstructions(version: "v5"): Compiler;
}
