import { languageOf } from "../language/languages.ts";
import type { Language } from "../language/types.ts";
import type { Site, Story } from "../story/types.ts";
import { absoluteAddress, storyAddress } from "./addresses.ts";
import { lastChange } from "./last-change.ts";
import { element, xmlFile } from "./xml.ts";

/**
 * The site's Atom feed (RFC 4287): the stories in the order given, each with its corrections. A story without any
 * date is left out, since an entry must have one.
 */
export function buildFeed(site: Site, stories: readonly Story[]): string {
  const language = languageOf(site);
  const dated = stories.flatMap((story) => {
    const changed = lastChange(story);
    return changed === null ? [] : [{ story, changed }];
  });
  const newest = dated
    .map(({ changed }) => changed)
    .sort()
    .at(-1);
  return xmlFile(
    element("feed", { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": site.locale }, [
      element("id", {}, site.url),
      element("title", {}, site.title),
      element("subtitle", {}, site.description),
      element("link", { rel: "self", type: "application/atom+xml", href: absoluteAddress(site, "feed.xml") }),
      element("link", { rel: "alternate", type: "text/html", href: site.url }),
      // An empty feed still needs a date, and the build has no clock.
      element("updated", {}, atMidnight(newest ?? "1970-01-01")),
      element("author", {}, [
        element("name", {}, site.publisher.name),
        element("uri", {}, site.publisher.url),
      ]),
      ...dated.map(({ story, changed }) => buildEntry(site, language, story, changed)),
    ]),
  );
}

function buildEntry(site: Site, language: Language, story: Story, changed: string): string {
  const { title, dek, byline, published, corrections } = story;
  const address = storyAddress(site, story);
  return element("entry", {}, [
    element("id", {}, address),
    element("title", {}, title.text),
    element("link", { rel: "alternate", type: "text/html", href: address }),
    ...(published === null ? [] : [element("published", {}, atMidnight(published))]),
    element("updated", {}, atMidnight(changed)),
    ...(byline === null ? [] : [element("author", {}, [element("name", {}, byline)])]),
    element("summary", {}, [dek.text, ...corrections.map(language.published.correction)].join(" ")),
  ]);
}

function atMidnight(date: string): string {
  return `${date}T00:00:00Z`;
}
