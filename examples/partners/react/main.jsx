import { useState } from 'react';
import { createRoot } from 'react-dom/client';

function Petition() {
  const [lang, setLang] = useState('fr');
  const [heard, setHeard] = useState([]);
  const hear = ({ type }) => setHeard((before) => [...before, type]);
  return (
    <>
      <p>
        <button type="button" onClick={() => setLang(lang === 'fr' ? 'en' : 'fr')}>
          Français / English
        </button>
      </p>
      <petition-box
        src="../petitions/health-data"
        endpoint="../petitions/health-data/signatures"
        loading="eager"
        accent="#7a1f5c"
        lang={lang}
        onpetition-box-ready={hear}
        onpetition-box-signed={hear}
      >
        <a href={`../petitions/health-data/sign?lang=${lang}`}>Signer la pétition</a>
      </petition-box>
      <p>
        Entendu : <output>{heard.join(', ')}</output>
      </p>
    </>
  );
}

createRoot(document.getElementById('app')).render(<Petition />);
