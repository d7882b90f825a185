/** GET /api/territories/:name/walks: what a visit to all doors of each station takes, on foot at 4.5 km/h. */
export interface StationWalks {
  readonly minutesPerDoor: number;
  readonly stations: readonly {
    readonly stationId: string;
    /** Doors of addresses that hang on a walkable street and can be reached from the others. */
    readonly doors: number;
    readonly stops: number;
    /** Between the doors, measured on the streets. */
    readonly walkSeconds: number;
    readonly doorSeconds: number;
  }[];
}
