/**
 * What a text is made of. It reads what a person wrote, however it is written, into plain words that still know where
 * they stand in the original; finds sentences, clauses and the language; and finds phrases that are given as data.
 * Everything here is linear in the length of the text, and nothing here keeps or logs it.
 */
@NullMarked
package attune.checkin.text;

import org.jspecify.annotations.NullMarked;
