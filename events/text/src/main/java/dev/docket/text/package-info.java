/** How search sees text: words, alike when a text is indexed and when it is asked for. */
@NullMarked
package dev.docket.text;

import org.jspecify.annotations.NullMarked;
