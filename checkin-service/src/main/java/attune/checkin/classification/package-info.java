/**
 * Weighs how a passage as a whole sounds, with weights learned from labelled passages: what is told by scenes and
 * consequences has no phrase to look for.
 */
@NullMarked
package attune.checkin.classification;

import org.jspecify.annotations.NullMarked;
