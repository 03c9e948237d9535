const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The day `YYYY-MM-DD` of a date as the blog's pages write it (`Sep 23, 2025`, `October 21, 2024`), else empty. */
export function dayOfText(text: string): string {
  const [, name = '', day = '', year] = /([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})/i.exec(text) ?? [];
  const month = MONTHS.indexOf(name.toLowerCase()) + 1;
  return year && month ? dayOf(Date.UTC(Number(year), month - 1, Number(day))) : '';
}

/** The day `YYYY-MM-DD`, in UTC, of a feed's date (RFC 822 or ISO 8601), else empty. */
export function dayOfTimestamp(timestamp = ''): string {
  return dayOf(Date.parse(timestamp));
}

function dayOf(time: number): string {
  return Number.isNaN(time) ? '' : new Date(time).toISOString().slice(0, 10);
}
