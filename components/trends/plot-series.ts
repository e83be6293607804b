/** A series as charts, legends and tables name it. */
export interface PlotSeries {
  /** the name of its key (lib/key), or `all` */
  key: string;
  name: string;
  /** of a place smaller than a country: which kind of place, in words; null: it needs no saying, or isn't known */
  kind: string | null;
  /** which colour and mark */
  slot: number;
  /** which of a row's cells */
  cell: number;
}
