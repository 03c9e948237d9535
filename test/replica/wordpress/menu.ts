import { categoryAddress } from '../feed.ts';

/** The categories of 2024 under the numbers that WordPress gave them. */
const CATEGORIES: readonly (readonly [number, string])[] = [
  [147, 'Backstage'],
  [2, 'Data'],
  [3, 'Data Science'],
  [146, 'Design'],
  [4, 'Developer Tools'],
  [5, 'Infrastructure'],
  [6, 'Labs'],
  [7, 'Machine Learning'],
  [8, 'Mobile'],
  [10, 'Open Source'],
  [11, 'People'],
  [149, 'Platform'],
  [148, 'Product'],
  [12, 'Security'],
  [144, 'Web'],
];

/** The menu above the list: one entry per category. */
export function categoryMenu(pages: number): string {
  const items = CATEGORIES.map(
    ([id, name]) =>
      `<li class="cat-item" data-category-id="${id}"><a href="${categoryAddress(name)}">${name}</a> </li>`,
  );
  return `<div class="sub-nav-home"> <span>Filter by:</span> <div class="sub-nav"> \
<div class="field-label">All categories</div> \
<ul class="home-page-filter" data-active-category="all" data-next-page-no="2" data-max-page-no="${pages}"> \
<li class="cat-item active" data-category-id="all"><a href="#">All categories</a></li> ${items.join('')} </ul> \
</div> </div>`;
}
