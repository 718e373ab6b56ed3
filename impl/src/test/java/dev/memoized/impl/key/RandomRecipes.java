package dev.memoized.impl.key;

import dev.memoized.impl.key.Recipe.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Lists of arguments from a seed. */
final class RandomRecipes {
    private static final String UNITS = "ab1,;:=[]{}()\"\\ \u0000\u00e9\ud800\udc00";
    private static final List<Object> LEAVES = List.of(
            "",
            "a",
            "b",
            "ab",
            "a,b",
            "null",
            "1",
            "[a]",
            "RED",
            "\ud800",
            "\udc00",
            "\u00e9",
            'a',
            1,
            2,
            1L,
            2L,
            (short) 1,
            (byte) 1,
            1.0,
            1.0f,
            0.0,
            -0.0,
            true,
            Values.Colour.RED,
            Values.Colour.GREEN,
            Values.Other.RED,
            Locale.FRENCH,
            new Values.Book("a", 1),
            new Values.Book("b", 1),
            String.class);

    private final SplittableRandom random;

    RandomRecipes(SplittableRandom random) {
        this.random = random;
    }

    /** A list whose elements are the arguments. */
    Recipe arguments() {
        Recipe made = new Recipe(Kind.LIST, null, several(random.nextInt(5), 3));
        return made.isKeyable() ? made : arguments();
    }

    RandomEdits edits() {
        return new RandomEdits(random, this);
    }

    private List<Recipe> several(int number, int depth) {
        List<Recipe> all = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            all.add(value(depth));
        }
        return all;
    }

    private Recipe value(int depth) {
        if (depth == 0 || random.nextInt(3) > 0) {
            return leaf();
        }
        Kind kind = container();
        int number = random.nextInt(4);
        return new Recipe(kind, null, several(kind == Kind.MAP ? 2 * number : number, depth - 1));
    }

    Kind container() {
        return Kind.values()[1 + random.nextInt(Kind.values().length - 1)];
    }

    Recipe leaf() {
        int which = random.nextInt(LEAVES.size() + 8);
        if (which < LEAVES.size()) {
            return Recipe.leaf(LEAVES.get(which));
        }
        return Recipe.leaf(
                switch (which - LEAVES.size()) {
                    case 0 -> null;
                    case 1 -> random.nextInt();
                    case 2 -> random.nextLong();
                    case 3 -> random.nextDouble();
                    default -> text();
                });
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(8); length > 0; length--) {
            text.append(UNITS.charAt(random.nextInt(UNITS.length())));
        }
        return text.toString();
    }
}
