/** Everything that gives the page its look, in the order it must come: kit layers first, ours after. */
import './theme/kit-styles.ts';
import './fonts.css';
import './tokens.css';
import './base.css';
