import { wordpressAddress, wordpressCategorySlug, wordpressPicture } from '../addresses.ts';
import { categoryAddress, escapeXml } from '../feed.ts';
import type { ReplicaPost } from '../types.ts';
import { tagsOf } from './archives.ts';

const WIDTHS = [1200, 250, 700, 768, 120];

const DATES = new Intl.DateTimeFormat('en-US', { month: 'long', day: 'numeric', year: 'numeric', timeZone: 'UTC' });

/** The post at the top of the home page, which stands in the list below it a second time. */
export function mainPost(post: ReplicaPost): string {
  const address = wordpressAddress(post);
  return `<div class="main-post"> <a href="${address}" class="img-holder"> \
${thumbnail(post, 'attachment-full size-full')}</a> <div class="main-post-info"> <div class="upper-part"> \
<span class="date">${longDate(post)}</span> <h2><a href="${address}"> ${escapeXml(post.title)}</a></h2> \
<p>${escapeXml(words(post, 20))} [...]</p> </div> ${categoryButtons(post)} </div> </div>`;
}

/** A post in a list of posts. */
export function listItem(post: ReplicaPost, featured = false): string {
  const address = wordpressAddress(post);
  const title = escapeXml(post.title);
  return `<li class="${postClasses(post, featured)}"> <!-- article --> <article id="post-${post.wordpressId}"> \
<div class="post-holder"> <div class="upper-part"> <div class="image-holder"> <!-- post thumbnail --> \
<a href="${address}" title="${title}"> ${thumbnail(post, 'attachment-post-thumbnail size-post-thumbnail')} </a> \
<!-- /post thumbnail --> </div> <div class="info"> <span class="date">${longDate(post)}</span> <!-- post title --> \
<h2> <a href="${address}" title="${title}">${title}</a> </h2> <!-- /post title --> ${escapeXml(start(post))} </div> \
</div> ${categoryButtons(post)} </div> </article> <!-- /article --> </li>`;
}

/** As WordPress shows dates: "October 21, 2024". */
export function longDate({ date }: ReplicaPost): string {
  return DATES.format(new Date(date));
}

/** The buttons that link a post's categories. */
export function categoryButtons({ categories }: ReplicaPost): string {
  // The theme leaves the quotes of the class out and gives links an alt.
  const button = (name: string): string =>
    `<li><a href="${categoryAddress(name)}" alt="View all posts in ${name}" class=info-btn>${name}</a></li>`;
  return `<ul class="btn-list"> ${categories.map(button).join(' ')} </ul>`;
}

function postClasses(post: ReplicaPost, featured: boolean): string {
  const own = `post-${post.wordpressId} post type-post status-publish format-standard has-post-thumbnail`;
  const categories = post.categories.map((name) => `category-${wordpressCategorySlug(name)}`);
  const tags = tagsOf(post).map(({ slug }) => `tag-${slug}`);
  return [own, ...(featured ? ['sticky'] : []), 'hentry', ...categories, ...tags].join(' ');
}

function thumbnail(post: ReplicaPost, classes: string): string {
  const source = wordpressPicture(post, post.image);
  const sized = (width: number): string =>
    `${width === 1200 ? source : source.replace(/\.png$/, `-${width}x${Math.round(width * 0.492)}.png`)} ${width}w`;
  return `<img src="${source}" class="${classes} wp-post-image" alt="" decoding="async" loading="lazy" \
srcset="${WIDTHS.map(sized).join(', ')}" sizes="auto, (max-width: 1200px) 100vw, 1200px" />`;
}

function start({ excerpt }: ReplicaPost): string {
  return `${excerpt.slice(0, 97)}...`;
}

function words({ excerpt }: ReplicaPost, count: number): string {
  return excerpt.split(' ').slice(0, count).join(' ');
}
