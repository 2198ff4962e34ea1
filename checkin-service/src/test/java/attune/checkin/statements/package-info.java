@NullMarked
package attune.checkin.statements;

import org.jspecify.annotations.NullMarked;
