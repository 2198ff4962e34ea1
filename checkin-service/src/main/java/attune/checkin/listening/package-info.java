/**
 * Understands what people write, as far as rules can: passages that may speak of danger, and cues of how people talk to
 * each other. The rules are data beside these classes; the code knows how to read them and how the words around a
 * passage change what it means. Pure: no clock, no network, nothing kept.
 */
@NullMarked
package attune.checkin.listening;

import org.jspecify.annotations.NullMarked;
