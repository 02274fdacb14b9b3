/// The start page: the sample, one's own files, a workspace.
@NullMarked
package org.claimscope.app.feature.welcome;

import org.jspecify.annotations.NullMarked;
