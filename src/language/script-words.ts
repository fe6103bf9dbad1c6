/** What the moving stage says. */
export interface StageWords {
  /** What the stage is called, and what its keys do. */
  readonly name: string;
  readonly noGroup: string;
  readonly group: (slots: { readonly label: string; readonly place: number; readonly of: number }) => string;
  readonly follow: string;
  readonly stopFollowing: string;
  readonly isFollowed: string;
  readonly noneIsFollowed: string;
  /** What an open receipt is called, and what leads to one; `text` is what it says, or the words it is of. */
  readonly receipt: (slots: { readonly text: string }) => string;
}

/** What the way out says. */
export interface ExitWords {
  readonly missing: (slots: { readonly presses: number }) => string;
  readonly stays: string;
}
