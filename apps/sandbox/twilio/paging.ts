const LARGEST_PAGE = 1000;
const USUAL_PAGE = 50;

/** One page of a list, with the links of the 2010 API. `path` is without its query. */
export function page<T>(items: T[], path: string, query: Record<string, string>) {
  const size = Math.min(Math.max(Number(query.PageSize ?? USUAL_PAGE) || USUAL_PAGE, 1), LARGEST_PAGE);
  const number = Math.max(Number(query.Page ?? 0) || 0, 0);
  const start = number * size;
  const rows = items.slice(start, start + size);
  const link = (to: number) => {
    const asked = new URLSearchParams({ ...query, PageSize: String(size), Page: String(to) });
    asked.delete('PageToken');
    return `${path}?${asked.toString()}`;
  };
  const more = start + size < items.length;
  return {
    rows,
    links: {
      first_page_uri: link(0),
      next_page_uri: more ? `${link(number + 1)}&PageToken=PA${number + 1}` : null,
      previous_page_uri: number > 0 ? link(number - 1) : null,
      uri: link(number),
      page: number,
      page_size: size,
      start,
      end: Math.max(start + rows.length - 1, 0),
    },
  };
}
