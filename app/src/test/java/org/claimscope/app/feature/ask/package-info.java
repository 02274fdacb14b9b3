/// Tests of the question page.
@NullMarked
package org.claimscope.app.feature.ask;

import org.jspecify.annotations.NullMarked;
