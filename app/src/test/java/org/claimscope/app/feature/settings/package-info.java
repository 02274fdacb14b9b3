/// Tests of the settings.
@NullMarked
package org.claimscope.app.feature.settings;

import org.jspecify.annotations.NullMarked;
