package attune.coach.rules;

/**
 * How much is suggested at most, and how long it holds.
 *
 * @param perDay cards within 24 hours
 * @param perWeek cards within 7 days
 * @param gapHours between two moments at which something is suggested
 * @param sameCardDays until the same card may come again
 * @param sameFamilyDays until a card of the same family may come again
 * @param nowHours how long a card for now holds
 * @param otherHours how long other cards hold
 * @param cautionDays how long a sign of fear holds back cards that turn to the other person
 */
record Limits(int perDay, int perWeek, int gapHours, int sameCardDays, int sameFamilyDays, int nowHours,
        int otherHours, int cautionDays) {}
