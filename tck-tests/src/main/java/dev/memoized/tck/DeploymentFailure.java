package dev.memoized.tck;

import java.io.Serial;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A container has refused a deployment. */
public final class DeploymentFailure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final Pattern PROBLEM = Pattern.compile("MEMO\\d{4}\\b[^\\r\\n]*");

    private final String text;

    /**
     * With all that the container has said.
     *
     * @param text messages of the exceptions, and of the log where the container tells only that
     * @param cause what it threw
     */
    public DeploymentFailure(String text, Throwable cause) {
        super(text, cause);
        this.text = text;
    }

    /**
     * What the container has said.
     *
     * @return the library's text somewhere in it
     */
    public String text() {
        return text;
    }

    /**
     * The library's problems, one line each.
     *
     * @return each once
     */
    public List<String> problems() {
        return PROBLEM.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(String::strip)
                .distinct()
                .toList();
    }
}
