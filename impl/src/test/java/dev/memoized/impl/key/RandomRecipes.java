package dev.memoized.impl.key;

import dev.memoized.impl.key.Recipe.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Lists of arguments, and small edits of them, from a seed. */
final class RandomRecipes {
    private static final int MOST_ARGUMENTS = 6;
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

    private List<Recipe> several(int number, int depth) {
        List<Recipe> all = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            all.add(value(depth));
        }
        return all;
    }

    private Recipe value(int depth) {
        if (depth == 0 || random.nextInt(3) > 0) {
            int which = random.nextInt(LEAVES.size() + 1);
            return Recipe.leaf(which == LEAVES.size() ? null : LEAVES.get(which));
        }
        Kind kind = container();
        int number = random.nextInt(4);
        return new Recipe(kind, null, several(kind == Kind.MAP ? 2 * number : number, depth - 1));
    }

    private Kind container() {
        return Kind.values()[1 + random.nextInt(Kind.values().length - 1)];
    }

    /** Almost the same arguments. */
    Recipe edited(Recipe arguments) {
        Recipe edited = editedInside(arguments);
        boolean fits = edited.children().size() <= MOST_ARGUMENTS && edited.isKeyable();
        return fits ? edited : edited(arguments);
    }

    private Recipe editedInside(Recipe container) {
        List<Recipe> children = new ArrayList<>(container.children());
        if (children.isEmpty()) {
            return container.with(several(container.kind() == Kind.MAP ? 2 : 1, 0));
        }
        int at = random.nextInt(children.size());
        Recipe child = children.get(at);
        switch (container.kind() == Kind.MAP ? 6 : random.nextInt(8)) {
            case 0 -> children.remove(at);
            case 1 -> children.add(at, value(0));
            case 2 -> children.set(at, children.set(0, child));
            case 3 -> children.set(at, new Recipe(container(), null, even(child)));
            case 4 -> split(children, at);
            case 5 -> merge(children, at);
            default -> children.set(at, similar(child));
        }
        return container.with(children);
    }

    private static List<Recipe> even(Recipe child) {
        return List.of(child, Recipe.leaf(1));
    }

    private Recipe similar(Recipe value) {
        if (value.kind() == Kind.LEAF) {
            return Recipe.leaf(similar(value.leaf()));
        }
        if (random.nextBoolean()) {
            return editedInside(value);
        }
        return value.kind() == Kind.MAP
                ? value.as(Kind.LIST)
                : value.as(value.children().size() % 2 == 0 ? container() : Kind.LIST);
    }

    private Object similar(Object leaf) {
        if (leaf == null) {
            return "null";
        }
        if ("\ud800".equals(leaf)) {
            return "\udc00";
        }
        if (leaf instanceof String text && random.nextBoolean()) {
            return text.equals("null")
                    ? null
                    : text + List.of(",", "a", "\ud800", "\ufffd").get(random.nextInt(4));
        }
        if (leaf instanceof Integer number) {
            return random.nextBoolean() ? (Object) number.longValue() : number + 1;
        }
        return leaf instanceof Double number ? (Object) (-number) : leaf.toString();
    }

    private static void split(List<Recipe> children, int at) {
        Recipe child = children.get(at);
        if (child.kind() == Kind.LEAF && child.leaf() instanceof String text && !text.isEmpty()) {
            children.set(at, Recipe.leaf(text.substring(0, 1)));
            children.add(at + 1, Recipe.leaf(text.substring(text.indexOf(',') == 1 ? 2 : 1)));
        } else if (child.kind() != Kind.LEAF && child.kind() != Kind.MAP) {
            children.remove(at);
            children.addAll(at, child.children());
        }
    }

    private void merge(List<Recipe> children, int at) {
        if (at + 1 < children.size()
                && children.get(at).leaf() instanceof String first
                && children.get(at + 1).leaf() instanceof String second) {
            children.remove(at + 1);
            children.set(at, Recipe.leaf(first + (random.nextBoolean() ? "," : "") + second));
        }
    }
}
