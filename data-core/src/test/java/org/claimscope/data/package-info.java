/// Tests of the module's arrows and lists.
@NullMarked
package org.claimscope.data;

import org.jspecify.annotations.NullMarked;
