import type { Point } from '../../../lib/entry';
import type { Nodes } from './raw-document';
import { childrenOf, firstText, textOf, type XmlNode } from './xml-node';

/** The most points of one item that are kept. */
const MOST_POINTS = 20;

/**
 * The places that an item gives by coordinates: GeoRSS simple (`georss:point`), GML in `georss:where`, W3C geo. Lines, boxes and
 * polygons are no points. What is out of range, or the 0, 0 that stands in forms nobody filled in, is none either.
 */
export function pointsOf(item: Nodes): Point[] {
  const gml = [...item('gml:Point'), ...item('georss:where').flatMap((where) => childrenOf(where, 'gml:Point'))];
  const pairs = [
    ...item('georss:point').map(textOf),
    ...gml.map((point) => firstText([...childrenOf(point, 'gml:pos'), ...childrenOf(point, 'gml:coordinates')]) ?? ''),
    ...latLong(item('geo:lat'), item('geo:long')),
    ...item('geo:Point').flatMap((point) => latLong(childrenOf(point, 'geo:lat'), childrenOf(point, 'geo:long'))),
  ];
  const points = new Map(pairs.flatMap(pointIn).map((point) => [`${point.lat} ${point.lon}`, point]));
  return [...points.values()].slice(0, MOST_POINTS);
}

const latLong = (lats: readonly XmlNode[], longs: readonly XmlNode[]) => {
  const [lat, long] = [firstText(lats), firstText(longs)];
  return lat === null || long === null ? [] : [`${lat} ${long}`];
};

/** "latitude longitude", and a height that is not asked for. */
function pointIn(text: string): Point[] {
  const numbers = text.trim().split(/[\s,]+/u);
  if (numbers.length < 2 || numbers.length > 3 || !numbers.every((number) => /^[+-]?\d{1,3}(?:\.\d{1,20})?$/u.test(number))) return [];
  const [lat = Number.NaN, lon = Number.NaN] = numbers.map(Number);
  const real = Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && (lat !== 0 || lon !== 0);
  return real ? [{ lat, lon }] : [];
}
