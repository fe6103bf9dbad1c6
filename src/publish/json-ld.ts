import { languageOf } from "../language/languages.ts";
import { sectionId } from "../story/page-ids.ts";
import type { Site, Story } from "../story/types.ts";
import { absoluteAddress, storyAddress } from "./addresses.ts";
import { lastChange } from "./last-change.ts";
import { contentLicence } from "./licence.ts";

/**
 * What search engines are told of a story (schema.org): the article, its corrections, and the figures that it is
 * based on. As the text of a script element of the type `application/ld+json`, which is data: no policy refuses it.
 */
export function buildJsonLd(site: Site, story: Story): string {
  const { title, dek, byline, published, corrections } = story;
  const address = storyAddress(site, story);
  const publisher = { "@type": "Organization", ...site.publisher };
  const author =
    byline === null || byline === site.publisher.name ? publisher : { "@type": "Person", name: byline };
  const article = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: title.text,
    description: dek.text,
    url: address,
    image: absoluteAddress(site, `${story.slug}/card.png`),
    inLanguage: site.locale,
    isAccessibleForFree: true,
    license: contentLicence.url,
    author,
    publisher,
    datePublished: published ?? undefined,
    dateModified: lastChange(story) ?? undefined,
    correction:
      corrections.length === 0
        ? undefined
        : corrections.map(({ date, text }) => ({
            "@type": "CorrectionComment",
            text,
            datePublished: date,
            url: `${address}#${sectionId(story, "corrections")}`,
          })),
    isBasedOn: describeFigures(site, story),
  };
  // In a script element "<" is the one character that could end it.
  return JSON.stringify(article).replaceAll("<", "\\u003c");
}

function describeFigures(site: Site, story: Story): object {
  const { slug, title, dek, caveat, source } = story;
  const { published } = languageOf(site);
  return {
    "@type": "Dataset",
    name: published.figuresOf({ title: title.text }),
    description: [dek.text, caveat?.text, published.period(source)].filter(Boolean).join(" "),
    url: absoluteAddress(site, `${slug}/#${sectionId(story, "method")}`),
    license: contentLicence.url,
    creator: { "@type": "Organization", ...site.publisher },
    isBasedOn: source.url ?? source.name,
    distribution: [
      {
        "@type": "DataDownload",
        encodingFormat: "text/csv",
        contentUrl: absoluteAddress(site, `${slug}/figures.csv`),
      },
    ],
  };
}
