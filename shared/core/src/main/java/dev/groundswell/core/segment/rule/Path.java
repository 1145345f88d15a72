package dev.groundswell.core.segment.rule;

/** Where something lies in a tree, as errors name it: {@code all[2].field.values[0]}. The root is the empty path. */
final class Path {

    private Path() {}

    static String of(String parent, String key) {
        return parent.isEmpty() ? key : parent + "." + key;
    }

    static String of(String list, int index) {
        return list + "[" + index + "]";
    }

    static String value(String condition, int index) {
        return of(of(condition, "values"), index);
    }
}
