package attune.checkin.classification;

/**
 * How a passage sounds.
 *
 * @param first its first token
 * @param end the token after its last
 * @param logOdds how much more likely it is than not that two careful readers would ask for a review; 0 is even, and
 *            the classifier is as sure as the texts it learned from allow
 * @param danger the most likely kind, if there is any
 */
public record Judgement(int first, int end, double logOdds, Danger danger) {}
