/** The figures of a new story: a whole, its parts, and a remainder whose count is left blank. */
export const starterFigures = `id,parent,label,count,unit,kind,note
requests,,Requests received,120,requests,,
granted,requests,Granted,54,requests,granted,
in_full,granted,In full,36,requests,granted,
in_part,granted,In part,18,requests,granted,
refused,requests,Refused,48,requests,refused,
unknown,requests,Answer not published,,requests,,The total less the answers that are published
`;

/**
 * A story that shows what can be written, and passes the check as it is.
 * @param slug names the data file
 * @param title any text; what Markdown would read as markup in it is escaped
 */
export function starterStory(slug: string, title: string): string {
  return `---
title: ${JSON.stringify(escapeMarkdown(title))}
dek: "Of :n[requests] requests, :n[granted] were granted; for :n[unknown] no answer is published."
data: ${slug}.csv
draft: true
noun: { one: request, many: requests }
source:
  name: Answers to requests, a made-up example
  publisher: The publisher of the figures
  period: The time that they cover
---

The figures stand in \`data/${slug}.csv\`: put yours there, and write about them here. Every number in the text is
bound to a figure, so :pct[granted] can't be wrong, and neither can :claim[fewer than half]{that="granted / requests < 1/2"}.
A number from elsewhere is vouched for: the law is of :cite[2000]{source="the Freedom of Information Act 2000"}.

:::scene{#all}
## Every request

Each dot is one request. There are :n[requests] of them. A picture is a scene, and its text stands beside it.
:::

:::scene{#answers split="requests"}
## The answers

A split parts a figure. :n[granted]{as=Words} were granted, :ratio[granted]; :n[granted + refused] have an answer that is
published, and :n[unknown] have none.
:::

:::scene{#granted split="requests granted" focus="granted"}
## Those that were granted

A focus lights some of them up. Of those granted, :n[in_full] were granted in full and :n[in_part] in part.
:::

:::scene{#side-by-side split="requests" as=bars}
## Side by side

The same answers as columns: :pct[granted]{digits=1} granted, :pct[refused]{digits=1} refused.
:::

::chart[The answers, as shares of all requests]{type=share of=requests}

:::aside[How to go on]
Change this text and the figures, and look at the preview: \`npm run dev\`. All that can be written is in
\`docs/writing.md\`.
:::

::method
`;
}

/** Colons only where a directive could begin. */
function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_~<[\]&]|:(?=[a-z])/gi, "\\$&");
}
