/** What the code promises about itself: who may know whom, and the habits that all of it keeps. */
@NullMarked
package dev.docket.architecture;

import org.jspecify.annotations.NullMarked;
