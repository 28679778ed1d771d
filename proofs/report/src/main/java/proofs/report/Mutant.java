package proofs.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A change to the code, as PIT made it.
 *
 * @param place the class without its package, and the method: {@code BalanceLedger#covers}
 * @param change PIT's name of the kind of change, such as {@code ConditionalsBoundary}
 * @param killed whether a test noticed it
 */
record Mutant(String place, String change, boolean killed) {

    /** All of a report. */
    static List<Mutant> read(Path report) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            NodeList all = factory.newDocumentBuilder().parse(report.toFile()).getElementsByTagName("mutation");
            List<Mutant> mutants = new ArrayList<>();
            for (int i = 0; i < all.getLength(); i++) {
                mutants.add(of((Element) all.item(i)));
            }
            return mutants;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(report + " is no report of PIT", e);
        }
    }

    private static Mutant of(Element mutation) {
        String type = text(mutation, "mutatedClass");
        String mutator = text(mutation, "mutator");
        return new Mutant(
                type.substring(type.lastIndexOf('.') + 1) + "#" + text(mutation, "mutatedMethod"),
                mutator.substring(mutator.lastIndexOf('.') + 1).replaceAll("Mutator_?", ""),
                mutation.getAttribute("detected").equals("true"));
    }

    private static String text(Element mutation, String tag) {
        return mutation.getElementsByTagName(tag).item(0).getTextContent();
    }
}
