/** What our last message asked for; a bare number is then the answer to it. */
export type Expected = 'order_number' | 'yes_no' | 'postcode' | 'one_time_code' | 'choice' | null;
