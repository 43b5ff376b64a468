/** One figure of the rules: where it stands in the document, and how it is typed. */
export interface PolicyField {
  path: string;
  label: string;
  /** `limit`: an amount in whole units; `whole`: a count or days; both may be empty where there may be no limit. */
  type:
    | 'limit'
    | 'whole'
    | 'percent'
    | 'switch'
    | 'words'
    | 'text'
    | 'choice'
    | 'switches'
    | 'tiers'
    | 'action_limits'
    | 'wording';
  unit?: string;
  /** 0 when left out. */
  least?: number;
  /** Of a choice: what is stored, and what is read. */
  options?: { value: string; label: string }[];
  /** Empty means without a limit. */
  optional?: boolean;
}

export interface PolicyGroup {
  title: string;
  lead?: string;
  /** Beginnings of the names of its rules. */
  rules: string[];
  fields: PolicyField[];
}
