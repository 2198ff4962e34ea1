/**
 * Saying it better: a draft of a hard sentence is read for what it holds and what may close the other's ears, and gets
 * wordings to start from. Nothing is stored and nothing is logged. The rules are data, see {@code statements/} among the
 * resources.
 */
@NullMarked
package attune.checkin.statements;

import org.jspecify.annotations.NullMarked;
