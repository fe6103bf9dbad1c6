import type { StageWords } from "../script-words.ts";

export const words: StageWords = {
  name:
    "The dots of this step. Up and down keys go from group to group, left and right to other steps; " +
    "Enter opens a receipt, F follows a dot or none.",
  noGroup: "No group",
  group: ({ label, place, of }) => `${label}, ${place} of ${of}`,
  follow: "Follow this dot",
  stopFollowing: "Stop following",
  isFollowed: "A dot is followed",
  noneIsFollowed: "No dot is followed",
  receipt: ({ text }) => `Receipt: ${text}`,
};
