/// Tests of one claim's page.
@NullMarked
package org.claimscope.app.feature.claim;

import org.jspecify.annotations.NullMarked;
