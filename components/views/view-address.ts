import { toSearchParams } from '@/lib/filter-address';
import type { View } from '@/lib/reader';

/** Where a view leads: what can be sent to anyone. */
export const addressOf = (view: View): string => `/?${toSearchParams(view.query).toString()}`;
