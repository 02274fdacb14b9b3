/// Numbers and rows as people read them.
@NullMarked
package org.claimscope.app.present;

import org.jspecify.annotations.NullMarked;
