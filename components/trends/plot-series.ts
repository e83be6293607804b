/** A series as charts, legends and tables name it. */
export interface PlotSeries {
  /** the name of its key (lib/key), or `all` */
  key: string;
  name: string;
  /** which colour and mark */
  slot: number;
  /** which of a row's cells */
  cell: number;
}
