/// Tests of the app as a whole.
@NullMarked
package org.claimscope.app;

import org.jspecify.annotations.NullMarked;
