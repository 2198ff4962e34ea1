/** How an error looks: RFC 9457 problems for everything, faulty fields by JSON Pointer, never the input. */
@NullMarked
package attune.http.problems;

import org.jspecify.annotations.NullMarked;
