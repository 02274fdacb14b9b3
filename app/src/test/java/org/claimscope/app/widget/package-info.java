/// Tests of the pieces pages are made of.
@NullMarked
package org.claimscope.app.widget;

import org.jspecify.annotations.NullMarked;
