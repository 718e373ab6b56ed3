package dev.memoized.impl.key;

import dev.memoized.impl.key.Recipe.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** One small edit somewhere in arguments, from a seed. */
final class RandomEdits {
    private static final int MOST_ARGUMENTS = 6;

    private final SplittableRandom random;
    private final RandomRecipes recipes;

    RandomEdits(SplittableRandom random, RandomRecipes recipes) {
        this.random = random;
        this.recipes = recipes;
    }

    /**
     * Arguments after an edit.
     *
     * @param recipe not the one before, though it may mean the same: a set knows no order
     */
    record Edited(Recipe recipe, Edit edit) {}

    Edited edited(Recipe arguments) {
        while (true) {
            Edit edit = Edit.values()[random.nextInt(Edit.values().length)];
            Recipe recipe = inside(arguments, edit);
            boolean fits = recipe.children().size() <= MOST_ARGUMENTS && recipe.isKeyable();
            if (fits && !recipe.equals(arguments)) {
                return new Edited(recipe, edit);
            }
        }
    }

    private Recipe inside(Recipe container, Edit edit) {
        List<Recipe> children = new ArrayList<>(container.children());
        int at = children.isEmpty() ? 0 : random.nextInt(children.size());
        if (children.isEmpty()) {
            content(children, 0);
        } else if (children.get(at).kind() != Kind.LEAF && random.nextBoolean()) {
            children.set(at, inside(children.get(at), edit));
        } else {
            apply(edit, children, at);
        }
        return container.kind() == Kind.MAP && children.size() % 2 == 1 ? container : container.with(children);
    }

    private void apply(Edit edit, List<Recipe> values, int at) {
        switch (edit) {
            case TYPE -> values.set(at, retyped(values.get(at)));
            case NESTING -> nest(values, at);
            case SPLIT -> split(values, at);
            case ORDER -> Collections.swap(values, at, random.nextInt(values.size()));
            case NULL -> values.set(at, Recipe.leaf(isNull(values.get(at)) ? emptyText() : null));
            case SIGN -> values.set(at, negative(values.get(at)));
            case BOUNDARY -> moveBoundary(values, at);
            case CONTENT -> content(values, at);
        }
    }

    private static boolean isNull(Recipe value) {
        return value.kind() == Kind.LEAF && value.leaf() == null;
    }

    private String emptyText() {
        return random.nextBoolean() ? "null" : "";
    }

    private Recipe retyped(Recipe value) {
        if (value.kind() != Kind.LEAF) {
            Kind kind = recipes.container();
            return kind == Kind.MAP && value.children().size() % 2 == 1 ? value : value.as(kind);
        }
        if (value.leaf() instanceof Integer number && random.nextBoolean()) {
            return Recipe.leaf(number.longValue());
        }
        return value.leaf() == null ? value : Recipe.leaf(value.leaf().toString());
    }

    private void nest(List<Recipe> values, int at) {
        Recipe value = values.get(at);
        if (value.kind() == Kind.LEAF || random.nextBoolean()) {
            Kind kind = recipes.container();
            values.set(at, new Recipe(kind, null, Collections.nCopies(kind == Kind.MAP ? 2 : 1, value)));
        } else {
            values.remove(at);
            values.addAll(at, value.children());
        }
    }

    private void split(List<Recipe> values, int at) {
        String text = text(values, at);
        String next = text(values, at + 1);
        if (text == null) {
            return;
        }
        if (next != null && random.nextBoolean()) {
            values.remove(at + 1);
            values.set(at, Recipe.leaf(text + (random.nextBoolean() ? "," : "") + next));
        } else {
            int end = random.nextInt(text.length() + 1);
            boolean atComma = end < text.length() && text.charAt(end) == ',';
            values.set(at, Recipe.leaf(text.substring(0, end)));
            values.add(at + 1, Recipe.leaf(text.substring(atComma ? end + 1 : end)));
        }
    }

    private static String text(List<Recipe> values, int at) {
        return at < values.size() && values.get(at).leaf() instanceof String text ? text : null;
    }

    private static Recipe negative(Recipe value) {
        if (value.leaf() instanceof Integer number) {
            return Recipe.leaf(-number);
        }
        if (value.leaf() instanceof Long number) {
            return Recipe.leaf(-number);
        }
        if (value.leaf() instanceof Float number) {
            return Recipe.leaf(-number);
        }
        return value.leaf() instanceof Double number ? Recipe.leaf(-number) : value;
    }

    private void moveBoundary(List<Recipe> values, int at) {
        String text = text(values, at);
        String next = text(values, at + 1);
        if (text != null && next != null) {
            String both = text + next;
            int boundary = random.nextInt(both.length() + 1);
            values.set(at, Recipe.leaf(both.substring(0, boundary)));
            values.set(at + 1, Recipe.leaf(both.substring(boundary)));
        }
    }

    private void content(List<Recipe> values, int at) {
        switch (values.isEmpty() ? 0 : random.nextInt(4)) {
            case 0 -> values.add(at, recipes.leaf());
            case 1 -> values.remove(at);
            case 2 -> values.set(at, recipes.leaf());
            default -> values.set(at, next(values.get(at)));
        }
    }

    private Recipe next(Recipe value) {
        if ("\ud800".equals(value.leaf())) {
            return Recipe.leaf("\udc00");
        }
        if (value.leaf() instanceof Integer number) {
            return Recipe.leaf(number + 1);
        }
        return value.leaf() instanceof String text
                ? Recipe.leaf(text + List.of(",", "a", "\ud800", "\ufffd").get(random.nextInt(4)))
                : value;
    }
}
