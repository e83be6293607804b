/** A time zone as people name it, by its city: `Asia/Damascus` -> "Damascus". */
export function zoneName(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}
