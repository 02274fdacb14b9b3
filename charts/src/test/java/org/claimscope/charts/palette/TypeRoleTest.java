package org.claimscope.charts.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.text.Text;
import org.claimscope.charts.export.Offscreen;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TypeRoleTest {
    @ParameterizedTest
    @EnumSource(TypeRole.class)
    void figuresHaveOneWidthSoThatColumnsLineUp(TypeRole role) {
        double ones = width("1111111111", role);
        for (String digits : new String[] {"0000000000", "4444444444", "7777777777"}) {
            assertEquals(ones, width(digits, role), 0.3, digits);
        }
    }

    @ParameterizedTest
    @EnumSource(TypeRole.class)
    void eachRoleHasItsOwnFontFile(TypeRole role) {
        assertEquals(role.weight().family(), Offscreen.call(role::font).getFamily());
        assertEquals(role.size(), Offscreen.call(role::font).getSize());
    }

    private static double width(String text, TypeRole role) {
        return Offscreen.call(() -> {
            Text ruler = new Text(text);
            ruler.setFont(role.font());
            return ruler.getLayoutBounds().getWidth();
        });
    }
}
