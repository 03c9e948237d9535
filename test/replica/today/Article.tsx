/** @jsxImportSource react */
import { ArticleBody } from './ArticleBody.tsx';
import { Link } from './Navigation.tsx';
import type { PageData } from './page.ts';

type ArticleData = Extract<PageData, { kind: 'article' }>;

/** A post's own page. */
export function Article({ page }: { page: ArticleData }) {
  const { post, related } = page;
  return (
    <main className="post">
      <article>
        <div className="post__date">{post.date}</div>
        <h1 className="post__title">{post.title}</h1>
        <div className="post__tags">
          {post.tags.map((tag) => (
            <Link key={tag.href} href={tag.href} className="tag">
              {tag.text}
            </Link>
          ))}
        </div>
        <div className="post__image">
          <img src={page.hero} alt={post.title} width="1200" height="600" />
        </div>
        <div className="post__content">
          <ArticleBody blocks={page.blocks} />
        </div>
      </article>
      <div className="related-posts">
        <h2>Related posts</h2>
        {related.map((link) => (
          <p key={link.href}>
            <Link href={link.href}>{link.text}</Link>
          </p>
        ))}
      </div>
    </main>
  );
}
