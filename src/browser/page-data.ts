import type { PageData } from "../views/page-data.ts";

/** The link in the page's head that names what the script shows; the page's first script asks for it (policy.ts). */
interface DataLink extends HTMLLinkElement {
  answer?: Promise<Response | undefined>;
}

/** What there is to show; null where it can't be had. The archive copy, which has it in the link, was not asked yet. */
export async function loadPageData(): Promise<PageData | null> {
  const link = document.querySelector<DataLink>("link[type='application/json']")!;
  try {
    const response = await (link.answer ?? (link.href.startsWith("data:") ? fetch(link.href) : undefined));
    return response?.ok ? ((await response.json()) as PageData) : null;
  } catch {
    return null;
  }
}
