/** @jsxImportSource react */
import { Link } from './Navigation.tsx';
import type { CardData } from './page.ts';

interface CardProps {
  card: CardData;
}

/** The newest post, at the top of the home page. */
export function StickyPost({ card }: CardProps) {
  return (
    <section className="sticky-post">
      <Inside card={card} prefix="sticky-post" />
    </section>
  );
}

/** A post in the grid of a listing. Odd ones differ by a class that nothing styles. */
export function PostCard({ card, odd }: CardProps & { odd: boolean }) {
  return (
    <div className={odd ? 'post-card post-card--odd' : 'post-card'}>
      <Inside card={card} prefix="post-card" />
    </div>
  );
}

function Inside({ card, prefix }: CardProps & { prefix: string }) {
  return (
    <>
      <div className={`${prefix}__image`}>
        <Link href={card.href}>
          <img src={card.image} alt={card.title} width="640" height="320" loading="lazy" decoding="async" />
        </Link>
      </div>
      <div className={`${prefix}__content`}>
        <div className={`${prefix}__date`}>{card.date}</div>
        <Link href={card.href}>
          <h2 className={`${prefix}__title`}>{card.title}</h2>
        </Link>
        <div className={`${prefix}__description`}>{card.excerpt}</div>
        <div className={`${prefix}__tags`}>
          {card.tags.map((tag) => (
            <Link key={tag.href} href={tag.href} className="tag">
              {tag.text}
            </Link>
          ))}
        </div>
      </div>
    </>
  );
}
