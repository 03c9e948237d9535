import { BLOG } from '../addresses.ts';

const THEME = `${BLOG}/wp-content/themes/theme-spotify`;

/** The header and footer of the WordPress theme, without the scripts of others. */
export function layout(title: string, bodyClass: string, main: string): string {
  const home = bodyClass === 'home';
  return `<!doctype html> <html lang="en-US" class="no-js"> <head> <meta charset="UTF-8"> <title>${title}</title> \
<link href="${THEME}/images/favicon.png" rel="shortcut icon"> \
<meta name="viewport" content="width=device-width, initial-scale=1.0"> \
<meta name="description" content="Spotify’s official technology blog"> \
<link rel='stylesheet' id='html5blank-css' href='${THEME}/style.css' media='all' /> \
<script src="${THEME}/js/main.js" defer></script> </head> \
<body class="${bodyClass}"${home ? ' id="home-page"' : ''} > <!-- header --> ${header(home)} <!-- wrapper --> \
<div id="wrapper" class="wrapper"> ${headerForm()} <!-- /header --> \
<main role="main" id="main" class="container${home ? ' home' : ''}"> ${main} </main> \
${subscribe()}<!-- footer --> ${footer()} <!-- /footer --> </div> <!-- /wrapper --> </body> </html>`;
}

function header(home: boolean): string {
  const entries = [
    ['3367', BLOG, 'Blog'],
    ['5073', `${BLOG}/podcast/`, 'Podcasts'],
    ['4727', `${BLOG}/opensource/`, 'Open Source'],
    ['3366', `${BLOG}/about/`, 'About'],
    ['3409', `${BLOG}/jobs/`, 'Jobs'],
  ].map(([id, address, name], index) => {
    const current = home && index === 0 ? ' aria-current="page"' : '';
    return `<li id="menu-item-${id}" class="menu-item menu-item-${id}"><a href="${address}"${current}>${name}</a></li>`;
  });
  return `<header class="header clear" id="header" role="banner"> <div class="container"> <!-- logo --> \
<div class="logo"> <a href="${BLOG}"> <img src="${THEME}/images/logo.svg" alt="Logo" class="logo-img"> </a> </div> \
<!-- /logo --> <a href="javascript:void(0)" class="burger-menu"> <span></span> <span></span> <span></span> </a> \
${searchForm('search-form', '')} <!-- nav --> <nav class="nav" role="navigation"> <ul>${entries.join(' ')} </ul> </nav> \
<!-- /nav --> </div> <a href="javascript:void(0)" class="mobile-search"> \
<img src="${THEME}/images/search-icon-white.svg" alt=""> <div class="span-holder"> <span></span> <span></span> </div> \
</a> </header>`;
}

function headerForm(): string {
  const form = searchForm('search-form header-form', ' placeholder="Search Engineering Blog …"');
  return `<div class="form-holder"> ${form} </div>`;
}

function searchForm(classes: string, placeholder: string): string {
  return `<form role="search" method="get" class="${classes}" action="${BLOG}/"> \
<input type="search" class="search-field"${placeholder} value="" name="s" title="Search for:" /> \
<button type="submit" class="submit" value="Search"><img src="${THEME}/images/search.svg" alt=""></button> </form>`;
}

function subscribe(): string {
  const networks = ['instagram', 'twitter', 'facebook', 'linkedin']
    .map((name) => `<li> <a href="https://www.${name}.com/" target="_blank"> ${icon(name)} </a> </li>`)
    .join(' ');
  return `<div class="subscribe"> <div class="container"> <div class="col-6"> <div class="content-wrapper"> \
<h2>Sign up for engineering updates</h2> <small>A letter now and then. You can leave at any time.</small> </div> </div> \
<div class="col-6"> <ul class="social-networks"> ${networks} \
<li> <a href="${BLOG}/feed" target="_blank"> ${icon('rss')} </a> </li> </ul> </div> </div> </div>`;
}

function icon(name: string): string {
  return `<img src="${THEME}/images/${name}.svg" alt="${name}">`;
}

function footer(): string {
  const links = [
    ['https://www.lifeatspotify.com/', 'Spotify Jobs'],
    ['https://newsroom.spotify.com', 'Newsroom'],
    ['https://research.atspotify.com/', 'Spotify R&amp;D Research'],
  ].map(([address, name]) => `<li> <a href="${address}" class="Footer-link ga" target="_blank">${name}</a> </li>`);
  return `<footer id="footer"> <div class="container"> <div class="footer-lft"> <div class="col-1"> \
<div class="footer-logo"> <a href="${BLOG}"> <img src="${THEME}/images/footer-logo.svg" alt=""> </a> </div> </div> \
<div class="col-2"> <ul class="footer-main-links"> ${links.join(' ')} </ul> <div class="row"> \
<div class="copyrights">© 2024 Spotify AB</div> </div> </div> </div> </div> </footer>`;
}
