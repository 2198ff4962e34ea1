/** What a run leaves behind for people and for machines: a table, a Markdown file and a JSON file that says the same. */
@NullMarked
package attune.bench.report;

import org.jspecify.annotations.NullMarked;
