/** Who calls, for vendors that ask for a name and a version. */
export const USER_AGENT = 'satchel/0.1.0';
