const list = document.querySelector('.home-post-list');
const menu = document.querySelector('.home-page-filter');
const button = document.querySelector('.loadmore');

button?.addEventListener('click', async (event) => {
  event.preventDefault();
  const page = Number(menu.dataset.nextPageNo);
  const response = await fetch(`/wp-admin/admin-ajax.php?page=${page}`);
  if (!response.ok) return;
  list.insertAdjacentHTML('beforeend', await response.text());
  menu.dataset.nextPageNo = String(page + 1);
  if (page >= Number(menu.dataset.maxPageNo)) button.remove();
});
