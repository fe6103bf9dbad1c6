import type { APIRoute, GetStaticPaths } from "astro";
import { cardsOf } from "../../cards/story-cards.ts";
import { describeLostLetters } from "../../cards/lost-letters.ts";
import { loadedSite } from "../../components/loaded-site.ts";
import { renderCard } from "../../cards/render-card.ts";

/** The pictures for links: one for every story, one for every scene. */
export const getStaticPaths = (() => {
  const { site, stories } = loadedSite(import.meta.env.DEV);
  return stories.flatMap((story) => {
    const cards = cardsOf(site, story);
    const warning = describeLostLetters(site, story, cards);
    if (warning !== null) console.warn(warning);
    return cards.map(({ page, svg }) => ({ params: { page }, props: { svg } }));
  });
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ svg: string }> = async ({ props }) =>
  new Response(await renderCard(props.svg), { headers: { "Content-Type": "image/png" } });
